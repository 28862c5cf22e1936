const text = await (await fetch("BASE/facts.ndjson")).text();
const facts = text.trim().split("\n").map((line) => JSON.parse(line));
