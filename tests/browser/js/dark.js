// Whether the page is drawn on a dark ground.
() => {
  const colours = [document.body, document.documentElement].map((e) => getComputedStyle(e).backgroundColor.match(/[\d.]+/g))
  const [red, green, blue] = colours.find((c) => c.length < 4 || +c[3] > 0) || [255, 255, 255]
  return +red + +green + +blue < 200
}
