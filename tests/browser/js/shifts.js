// Adds up how much the layout shifts.
window.shift = 0
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) window.shift += entry.value }))
  .observe({ type: "layout-shift", buffered: true })
