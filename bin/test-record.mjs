// A test reporter that writes one JSON object: what the runner counted, and which files had tests that ended.
export default async function* record(events) {
  const files = new Set()
  let counts = {}
  for await (const { type, data } of events) {
    if ((type === 'test:pass' || type === 'test:fail') && data.file) files.add(data.file)
    if (type === 'test:summary' && data.file === undefined) counts = data.counts
  }
  yield JSON.stringify({ counts, files: [...files] })
}
