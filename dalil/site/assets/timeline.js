// Narrowing the timeline: dates and years without an entry left are hidden with their entries.
{
  const form = document.querySelector("[data-timeline]")
  const entries = [...document.querySelectorAll(".timeline [data-topic]")]
  const left = (part) => part.querySelector("[data-topic]:not([hidden])") !== null

  narrowing(form, {
    code: (entry, facet) => entry.dataset[facet],
    words: (entry) => entry.textContent,
    show(wanted, narrow) {
      narrow(entries)
      for (const moment of document.querySelectorAll(".timeline > li")) moment.hidden = !left(moment)
      for (const year of document.querySelectorAll(".timeline")) year.hidden = year.previousElementSibling.hidden = !left(year)
      for (const link of document.querySelectorAll(".jump a")) link.parentElement.hidden = document.getElementById(link.hash.slice(1)).hidden
      tell(form.querySelector("[role=status]"), entries.filter((entry) => !entry.hidden).length)
    },
  })
}
