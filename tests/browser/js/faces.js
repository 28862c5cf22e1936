// Arabic text that is set too small or too tight: below 17 px or 1.8 lines in what is to be read, 14 px and 1.4 elsewhere.
() => {
  const found = new Map()
  const walker = document.createTreeWalker(document.querySelector("article, main"), NodeFilter.SHOW_TEXT)
  const aside = "small, .meta, .kicker, .details, .reference, .ways, .mark, .label, .chip, .notes, .toggle, .jump, table, figcaption, nav, svg, form, .facets, label, button"
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (!/[\u0621-\u064a]/.test(node.data) || !parent.checkVisibility()) continue
    if (parent.closest("[lang]:not([lang=ar])")) continue
    let block = parent
    while (getComputedStyle(block).display === "inline") block = block.parentElement
    const size = parseFloat(getComputedStyle(parent).fontSize)
    const lines = parseFloat(getComputedStyle(block).lineHeight) / parseFloat(getComputedStyle(block).fontSize)
    const [least, lead] = parent.closest(aside) ? [14, 1.4] : block.matches("h1, h2, h3, h4") ? [17, 1.4] : [17, 1.8]
    if (size + 0.01 >= least && lines + 0.01 >= lead) continue
    const path = []
    for (let e = parent; e && !e.matches("article, main"); e = e.parentElement) path.unshift(e.tagName.toLowerCase() + [...e.classList].map((c) => `.${c}`).join(""))
    found.set(path.join(" > "), `${size.toFixed(1)}px ${lines.toFixed(2)} lines: ${path.join(" > ")}: ${node.data.trim().slice(0, 30)}`)
  }
  return [...found.values()].slice(0, 8)
}
