// What is wrong with the card that is open.
() => {
  const card = document.querySelector(":popover-open")
  if (!card) return ["no card opened"]
  const box = card.getBoundingClientRect()
  const found = []
  const [wide, high] = [document.documentElement.clientWidth, innerHeight]
  if (box.left < -0.5 || box.right > wide + 0.5 || box.top < -0.5 || box.bottom > high + 0.5)
    found.push(`outside: ${[box.left, box.top, box.right, box.bottom].map(Math.round)} of ${wide} × ${high}`)
  const chip = document.activeElement?.closest(".chip")?.getBoundingClientRect()
  // On a phone the card is a sheet at the foot of the screen, whatever stands there.
  if (wide >= 960 && chip && chip.left < box.right && chip.right > box.left && chip.top < box.bottom && chip.bottom > box.top)
    found.push("it covers the chip that opened it")
  if (box.height < 60 || box.width < 200) found.push(`too small: ${box.width} × ${box.height}`)
  if (card.scrollWidth > card.clientWidth + 1) found.push("its text is wider than the card")
  const quote = card.querySelector("blockquote")
  if (quote && !(quote.lang && quote.dir)) found.push("a quotation without lang or dir")
  if (!quote && !card.querySelector(".unquoted")) found.push("neither a quotation nor its place")
  for (const part of [".said", ".origin", ".reference", ".permalink"])
    if (!card.querySelector(part)?.checkVisibility()) found.push(`without ${part}`)
  return found
}
