// Elements of the page as it was written that are seen; what only serves a script has no place here.
() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, dt, td, th, blockquote, summary)")]
  .filter((e) => !e.closest("form, [data-script]") && !e.querySelector("button:not(.chip, .close), input, select") && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((e) => e.getBoundingClientRect().height > 0)
  .map((e) => `${e.tagName.toLowerCase()} ${e.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}`)
