import { basename } from 'node:path'

/** Seconds that the slowest files took when they were last measured: enough to share the work out evenly. */
const measured = {
  'filing.test.ts': 90,
  'sign-up.test.ts': 45,
  'narrow.test.ts': 40,
  'office.test.ts': 25,
  'security.test.ts': 25,
  'ways-in.test.ts': 25,
  'contact.test.ts': 20,
  'gallery.test.ts': 20,
  'preview.test.ts': 16,
  'check.test.ts': 15,
  'remove-and-submit.test.ts': 15,
  'embedded-server.test.ts': 13,
  'hostile.test.ts': 12,
  'upload.test.ts': 11,
  'receipt-number.test.ts': 8,
  'online-account-number.test.ts': 8,
}
const usual = 1

/** These files in so many lists that take about as long as each other, each in the order given. */
export const lanesOf = (files, count) => {
  const secondsOf = (file) => measured[basename(file)] ?? usual
  const lanes = Array.from({ length: count }, () => ({ seconds: 0, files: new Set() }))
  for (const file of [...files].sort((one, other) => secondsOf(other) - secondsOf(one))) {
    const lightest = lanes.reduce((least, lane) => (lane.seconds < least.seconds ? lane : least))
    lightest.files.add(file)
    lightest.seconds += secondsOf(file)
  }
  return lanes.map((lane) => files.filter((file) => lane.files.has(file)))
}
