// Choosing, filtering and turning what the page shows. Without it the page is read by its links.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const on = (type, act) => document.addEventListener(type, act);
  const words = JSON.parse(one("#words").textContent);
  const word = (key) => words[root.lang][key] ?? key;
  const wide = matchMedia("(min-width: 60rem)");
  let chosen = null; // {report, kind, number, from}: a figure ("f") or a note ("n"), and the link that has the focus

  root.classList.add("js");

  const dataOf = (report) => JSON.parse(one("script[data-seal]", report).textContent);
  const plain = (text) => (Array.isArray(text) ? text.join("") : text); // halves of characters come in pieces
  const rowOf = (report, kind, number) => document.getElementById(`${report.id}-${kind}${number}`);
  const marksOf = (report, kind, number) => all(`.source [data-${kind}~="${number}"]`, report);
  const rowsOf = (report) => all(".figures tbody tr", report);
  const numberOf = (row) => Number(row.id.split("-f")[1]);

  // The detail of what is chosen.

  // What the report says in its language is marked so, for who hears the page.
  function made(tag, content, lang = "") {
    const element = document.createElement(tag);
    element.append(...[content].flat());
    if (lang) element.lang = lang;
    return element;
  }

  function named(thing) {
    const names = [made("span", plain(thing?.name) ?? "", "en"), made("span", plain(thing?.name_zh) ?? "", "zh")];
    if (root.lang === "zh") names.reverse();
    if (names[0].textContent === names[1].textContent) names.pop();
    const shown = names.filter((name) => name.textContent);
    if (shown[1]) shown.splice(1, 0, " · ");
    return thing?.code ? [...shown, ` [${thing.code}]`] : shown;
  }

  function facts(report, number) {
    const data = dataOf(report).observations[number - 1];
    const [, , , period, measure] = [...rowOf(report, "f", number).cells].map((cell) => cell.textContent);
    const who = data.speaker ?? {};
    const quoted = (text) => text && made("span", text, one(".text", report)?.lang);
    return {
      words: quoted(marksOf(report, "f", number).map((mark) => mark.textContent).join("")) || word("unplaced"),
      label: quoted(plain(data.label)),
      indicator: named(data.indicator),
      area: named(data.area),
      entity: quoted(plain(data.entity)),
      period: data.period && data.period !== period ? `${period} [${data.period}]` : period,
      measure,
      base: data.base,
      relative_to: quoted(plain(data.relative_to)),
      number: data.value,
      power: data.unit_mult && `10^${data.unit_mult}`,
      unit: named(data.unit),
      qualifier: data.qualifier !== "EQ" && word(`qualifiers.${data.qualifier}`),
      status: word(`statuses.${data.status}`),
      speaker: quoted([who.name, who.role, who.organisation].map(plain).filter(Boolean).join(", ")),
      span: data.span && data.span.join("–"),
    };
  }

  // The words that a figure's parts were read from: each is coloured and bears the name of its part.

  const groundsOf = ({ report, kind, number }) =>
    Object.entries((kind === "f" && dataOf(report).observations[number - 1].grounds) || {}).filter(([, how]) => how);

  const piecesOf = (report, span) =>
    span ? all(".source [data-at]", report).filter(({ dataset: { at } }) => span[0] <= at && at < span[1]) : [];

  function unground() {
    for (const piece of all("[data-ground]")) {
      delete piece.dataset.ground;
      delete piece.dataset.said;
    }
  }

  function ground(report, part, pieces) {
    const add = (piece, key, text, between) =>
      (piece.dataset[key] = [piece.dataset[key], text].filter(Boolean).join(between));
    for (const piece of pieces) add(piece, "ground", part, " ");
    if (pieces[0]) add(pieces[0], "said", word(`parts.${part}`), "·");
  }

  function grounds() {
    unground();
    const { report } = chosen;
    const told = groundsOf(chosen).map(([part, { how, span }]) => {
      const pieces = piecesOf(report, span);
      ground(report, part, pieces);
      const fact = made("dd", word(`hows.${how}`));
      if (pieces.length) {
        const link = made("button", pieces.map((piece) => piece.textContent).join(""), one(".text", report)?.lang);
        link.type = "button";
        link.onclick = () => bring(pieces[0], "center");
        fact.append(" ", link);
      }
      const line = made("div", [made("dt", word(`parts.${part}`)), fact]);
      line.className = part;
      return line;
    });
    const list = made("dl", told);
    list.className = "grounds";
    list.ariaLabel = word("grounds");
    return told.length ? [made("h4", word("grounds")), list] : [];
  }

  function button(key, sign, act) {
    const element = made("button", sign);
    element.className = key;
    element.type = "button";
    element.ariaLabel = word(key);
    element.onclick = act;
    return element;
  }

  function show() {
    const { report, kind, number } = chosen;
    const row = rowOf(report, kind, number);
    const head = made("div", []);
    const list = made("dl", []);
    head.className = "detail-head";
    if (kind === "f") {
      head.append(made("strong", one("a", row).textContent), made("span", one("td span", row).textContent));
      const told = Object.entries(facts(report, number)).filter(([, fact]) => fact?.length !== 0 && fact);
      list.append(...told.map(([key, fact]) => made("div", [made("dt", word(key)), made("dd", fact)])));
      head.append(button("previous", "‹", () => step(-1)), button("next", "›", () => step(1)));
    } else {
      head.append(made("strong", word("note")), made("span", one("code", row).textContent));
      list.append(made("div", [made("dt", word("message")), made("dd", one("span", row).textContent)]));
    }
    head.append(button("close", "×", close));
    const detail = one(".detail", report);
    detail.replaceChildren(head, ...grounds(), list);
    detail.hidden = false;
  }

  const unmark = () => {
    unground();
    all("[aria-current]").forEach((each) => (each.ariaCurrent = null));
  };

  function close() {
    if (!chosen) return;
    const { report, from } = chosen;
    const detail = one(".detail", report);
    const back = detail.contains(document.activeElement);
    unmark();
    chosen = null;
    detail.hidden = true;
    if (back) from?.focus({ preventScroll: true });
  }

  // Of several reports each is folded.
  const unfold = (report) => all("details.fold", report).forEach((fold) => (fold.open = true));
  addEventListener("beforeprint", () => unfold(document));

  const bring = (element, block) => element?.scrollIntoView({ block });

  function choose(report, kind, number, from, where) {
    const row = rowOf(report, kind, number);
    const marks = marksOf(report, kind, number);
    if (chosen && chosen.report !== report) one(".detail", chosen.report).hidden = true;
    unmark();
    chosen = { report, kind, number, from };
    unfold(report);
    for (const each of [...marks, row]) each.ariaCurrent = "true";
    for (const link of [marks[0], one("a", row)]) if (link) rove(link);
    show();
    if (where !== "text" || !wide.matches) bring(marks[0], wide.matches ? "center" : "start");
    if (where !== "row" && wide.matches) bring(row, "nearest");
  }

  function step(by) {
    const { report, number, from } = chosen;
    const numbers = rowsOf(report).filter((row) => !row.hidden).map(numberOf);
    const next = numbers[numbers.indexOf(number) + by];
    if (!next) return;
    choose(report, "f", next, from, "detail");
    one(by < 0 ? ".previous" : ".next", one(".detail", report)).focus();
  }

  function chooseRow(row, where) {
    const [, kind, number] = row.id.match(/-([fn])(\d+)$/);
    choose(row.closest(".report"), kind, Number(number), one("a", row), where);
  }

  // Figures that overlap share a mark: each choice takes the next.
  function chooseMark(mark) {
    const kind = mark.dataset.f ? "f" : "n";
    const numbers = mark.dataset[kind].split(" ").map(Number);
    const at = chosen?.kind === kind ? numbers.indexOf(chosen.number) : -1;
    choose(mark.closest(".report"), kind, numbers[(at + 1) % numbers.length], mark, "text");
  }

  on("click", (event) => {
    const target = event.target.closest(".source a, .figures tbody tr, .noted li, a[data-figure]");
    if (!target || (!target.href && String(getSelection()))) return;
    const report = target.closest(".report") ?? document.getElementById(target.hash.slice(1).split("-")[0]);
    event.preventDefault();
    if (target.matches(".source a")) return chooseMark(target);
    if (target.dataset.figure) return choose(report, "f", Number(target.dataset.figure), target, "overview");
    chooseRow(target, "row");
  });

  // The keyboard: one stop of Tab in the text and one in the table, and arrows from link to link within.

  const amongst = (link) =>
    all(link.closest(".source") ? ".source a" : ".figures tbody a", link.closest(".report"));
  const reachable = (link) => !link.matches(".off, [hidden] a");

  function rove(to) {
    for (const link of amongst(to)) link.tabIndex = link === to ? 0 : -1;
  }

  on("keydown", (event) => {
    if (event.key === "Escape") return close();
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    const link = event.target.closest(".source a, .figures tbody a");
    if (!link || !by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const links = amongst(link).filter(reachable);
    const next = links[Math.min(Math.max(links.indexOf(link) + by, 0), links.length - 1)];
    rove(next);
    next.focus();
  });

  // Filters.

  function fill(report) {
    all("select", report).forEach((select, index) => {
      const kept = select.value;
      const names = new Map();
      for (const row of rowsOf(report)) {
        const cell = row.cells[index + 1];
        names.set(row.dataset[select.name], (one("span", cell) ?? cell).textContent.trim() || "–");
      }
      select.replaceChildren(new Option(word("all"), ""), ...[...names].map(([key, text]) => new Option(text, key)));
      select.value = kept;
      select.disabled = names.size < 2;
    });
    const rows = rowsOf(report);
    one("[name=own]", report).disabled = !rows.some(isOwn) || rows.every(isOwn);
    filter(report);
  }

  const isOwn = (row) => "own" in row.dataset;

  function filter(report) {
    const rows = rowsOf(report);
    const wanted = all("select", report).filter((select) => select.value);
    const own = one("[name=own]", report).checked;
    for (const row of rows) {
      row.hidden = (own && !isOwn(row)) || wanted.some((select) => row.dataset[select.name] !== select.value);
    }
    const shown = new Set(rows.filter((row) => !row.hidden).map((row) => String(numberOf(row))));
    for (const mark of all(".source a.f", report)) {
      mark.classList.toggle("off", !mark.dataset.f.split(" ").some((number) => shown.has(number)));
    }
    one(".count", report).textContent = word("count").replace("{shown}", shown.size).replace("{all}", rows.length);
    if (chosen?.report === report && chosen.kind === "f" && !shown.has(String(chosen.number))) close();
    for (const where of [".source a", ".figures tbody a"]) {
      const first = all(where, report).find(reachable);
      if (first) rove(first);
    }
  }

  const withFigures = all(".filters").map((form) => form.closest(".report"));
  const later = (event) => setTimeout(filter, 0, event.target.closest(".report"));
  on("change", later);
  on("reset", later);
  withFigures.forEach(fill);

  // The language and the colours of the page.

  one("#language").onclick = () => {
    [root.lang, one("#language").lang] = [one("#language").lang, root.lang];
    for (const each of all("[data-o]")) [each.textContent, each.dataset.o] = [each.dataset.o, each.textContent];
    for (const each of all("[data-o-label]")) [each.ariaLabel, each.dataset.oLabel] = [each.dataset.oLabel, each.ariaLabel];
    withFigures.forEach(fill);
    if (chosen) show();
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches);
  const press = () => (one("#scheme").ariaPressed = String(isDark()));
  one("#scheme").onclick = () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    press();
  };
  dark.addEventListener("change", press);
  press();

  // An address that names a figure or a note.

  function follow() {
    const row = document.getElementById(location.hash.slice(1));
    if (row?.matches(".figures tr, .noted li")) chooseRow(row, "address");
  }
  addEventListener("hashchange", follow);
  follow();
})();
