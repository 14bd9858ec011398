// A field above the long tables of the reference: of its section it leaves the rows that have all the words typed.
document.addEventListener("DOMContentLoaded", () => {
  for (const place of document.querySelectorAll("div.sift")) {
    const section = place.parentElement;
    const rows = [...section.querySelectorAll("tbody tr")];
    const words = rows.map((row) => row.textContent.toLowerCase());
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = `Find in ${rows.length} rows`;
    field.setAttribute("aria-label", field.placeholder);
    const count = document.createElement("output");
    field.addEventListener("input", () => {
      const asked = field.value.toLowerCase().split(/\s+/);
      let left = 0;
      rows.forEach((row, at) => {
        row.hidden = !asked.every((word) => words[at].includes(word));
        left += row.hidden ? 0 : 1;
      });
      for (const part of section.querySelectorAll("section")) {
        part.hidden = !part.querySelector("tbody tr:not([hidden])");
      }
      count.textContent = field.value ? `${left} found` : "";
    });
    place.append(field, count);
  }
});
