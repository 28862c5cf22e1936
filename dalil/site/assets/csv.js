// A table of texts as a CSV file (RFC 4180) that spreadsheets open in the right letters: UTF-8 with its mark.
function saveCsv(rows, name) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
  const lines = rows.map((row) => row.map((text) => cell(String(text ?? ""))).join(",") + "\r\n")
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["\ufeff", ...lines], { type: "text/csv;charset=utf-8" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
