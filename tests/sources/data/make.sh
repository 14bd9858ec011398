#!/usr/bin/env bash
# Makes the documents beside it from the two bulletins, with the tools that bulletins come from: LibreOffice, pandoc and
# a browser. Debian: apt-get install libreoffice-writer pandoc chromium fonts-noto-cjk fonts-liberation
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

browser() { chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=2000 "$@" 2>/dev/null; }
office() { soffice --headless -env:UserInstallation="file://$work/profile" --convert-to "$@" --outdir "$work/out" >/dev/null 2>&1; }

for language in zh en; do
    source=bulletin.$language.md
    pandoc "$source" -o "pandoc.$language.docx"
    pandoc "$source" -s -t html5 -o "pandoc.$language.html"
    pandoc "$source" -o "$work/$language.odt"
    office docx "$work/$language.odt" && mv "$work/out/$language.docx" "office.$language.docx"
    office pdf "$work/$language.odt" && mv "$work/out/$language.pdf" "office.$language.pdf"
    office "html:HTML (StarWriter)" "$work/$language.odt" && mv "$work/out/$language.html" "office.$language.html"
    pandoc "$source" -V lang="$language" --template=site.template -t html5 -o "$work/site.$language.html"
    browser --dump-dom "file://$work/site.$language.html" >"browser.$language.html"
    browser --no-pdf-header-footer --print-to-pdf="browser.$language.pdf" "file://$PWD/pandoc.$language.html"
done
iconv -f utf-8 -t gb18030 browser.zh.html | sed 's/charset="utf-8"/charset="gb2312"/' >browser.gb.html
