// The characters of an element from left to right, as they are drawn.
(id) => {
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT)
  const boxes = []
  const range = document.createRange()
  while (walker.nextNode()) {
    const node = walker.currentNode
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const box = range.getBoundingClientRect()
      if (box.width > 0.01) boxes.push([box.left + box.width / 2, node.data[i]])
    }
  }
  return boxes.sort((a, b) => a[0] - b[0]).map((box) => box[1]).join("")
}
