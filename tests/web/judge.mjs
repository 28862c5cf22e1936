// Lighthouse for whoever asks: a line `{"url": …, "categories": […]}` in, a report out as one line, in one browser.
// The browser's flags are the arguments, its path is CHROME_PATH.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const chrome = await launch({ chromeFlags: process.argv.slice(2) });
try {
  for await (const line of createInterface({ input: process.stdin })) {
    const { url, categories } = JSON.parse(line);
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: categories,
      disableFullPageScreenshot: true,
    });
    process.stdout.write(`${JSON.stringify(lhr)}\n`);
  }
} finally {
  chrome.kill();
}
