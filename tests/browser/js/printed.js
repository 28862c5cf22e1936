// Sources that do not stand in full in the list.
() => [...document.querySelectorAll(".sources li")].filter((item) => {
  const quotes = [...item.querySelectorAll("blockquote, .unquoted, .said, .origin")]
  return !item.checkVisibility() || item.getBoundingClientRect().height < 20 || !quotes.length || quotes.some((q) => !q.checkVisibility())
}).map((item) => item.id)
