// Runs of digits and Latin letters below `scope` that are not drawn from left to right, as "run → as drawn".
// In an Arabic paragraph 2021–2022 without isolation is drawn as 2022–2021, which is another statement.
(scope) => {
  const ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
  const OPENING = /^[([{«»"'“”‘’.,:;!?…·↑†*/\u2060\u200e\u200f\u2066-\u2069]+/u
  const CLOSING = /[)\]}«»"'“”‘’.,:;!?…·\-–—/\u2060\u200e\u200f\u2066-\u2069]+$/u
  const RUN = new RegExp(`[^ \\t\\n\\r${ARABIC}]*[A-Za-z0-9À-ɏ][^ \\t\\n\\r${ARABIC}]*`, "gu")
  const WORDS = new RegExp(`[A-Za-zÀ-ɏ][^ \\t\\n\\r${ARABIC}]*(?: [A-Za-zÀ-ɏ(][^ \\t\\n\\r${ARABIC}]*)+`, "gu")

  // The characters of a block in the order in which they are written, each with its place.
  const block = (node) => {
    let parent = node.parentElement
    while (getComputedStyle(parent).display === "inline") parent = parent.parentElement
    return parent
  }
  const blocks = new Map()
  for (const root of document.querySelectorAll(scope)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement.closest("script, style, option")) continue
      const home = block(node)
      if (!blocks.has(home)) blocks.set(home, new Set())
      blocks.get(home).add(node)
    }
  }
  const range = document.createRange()
  const place = ([node, offset]) => {
    range.setStart(node, offset)
    range.setEnd(node, offset + 1)
    return [...range.getClientRects()].find((box) => box.width > 0.01)
  }
  const findings = []
  const look = (chars, start, text, home) => {
    const boxes = []
    for (let i = 0; i < text.length; i++) {
      const box = place(chars[start + i])
      if (box) boxes.push({ letter: text[i], x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, high: box.height })
    }
    const wrong = boxes.some((box, i) => i && Math.abs(box.y - boxes[i - 1].y) < box.high / 2 && box.x < boxes[i - 1].x)
    if (!wrong) return
    const drawn = [...boxes].sort((a, b) => a.x - b.x).map((box) => box.letter).join("")
    const at = home.closest("[id]")
    findings.push(`${text} → ${drawn} (${home.tagName.toLowerCase()}.${home.className} in #${at ? at.id : ""})`)
  }
  for (const [home, nodes] of blocks) {
    const chars = [...nodes].flatMap((node) => Array.from({ length: node.length }, (_, i) => [node, i]))
    const text = [...nodes].map((node) => node.data).join("")
    for (const match of text.matchAll(RUN)) {
      let run = match[0]
      let start = match.index
      const before = start > 0 && new RegExp(`[${ARABIC}]`, "u").test(text[start - 1])
      // A hyphen after an Arabic prefix (ال-88) belongs to the prefix.
      const lead = (run.match(OPENING) || run.match(before ? /^[-–]+/ : /^$/) || [""])[0].length
      run = run.slice(lead)
      start += lead
      run = run.slice(0, run.length - (run.match(CLOSING) || [""])[0].length)
      if (run.length > 1) look(chars, start, run, home)
    }
    for (const node of nodes) {
      const own = [...Array(node.length).keys()].map((i) => [node, i])
      for (const match of node.data.matchAll(WORDS)) look(own, match.index, match[0].replace(CLOSING, ""), home)
    }
  }
  return findings
}
