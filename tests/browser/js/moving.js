// What still moves where the reader asked for less motion.
() => [...document.querySelectorAll("*")].filter((e) => {
  const style = getComputedStyle(e)
  const times = `${style.transitionDuration},${style.animationName === "none" ? "0s" : style.animationDuration}`
  return times.split(",").some((time) => parseFloat(time) > 0.01) || (e === document.documentElement && style.scrollBehavior === "smooth")
}).slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)
