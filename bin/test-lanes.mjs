import { basename } from 'node:path'

/** Seconds that the slowest files took when they were last measured: enough to share the work out evenly. */
const measured = {
  'filing.test.ts': 120,
  'narrow.test.ts': 53,
  'one-account.test.ts': 43,
  'office.test.ts': 41,
  'any-person.test.ts': 30,
  'contact.test.ts': 30,
  'recovery.test.ts': 30,
  'support.test.ts': 29,
  'my-data.test.ts': 28,
  'security.test.ts': 28,
  'sign-up.test.ts': 26,
  'walk.test.ts': 26,
  'gallery.test.ts': 25,
  'way-back.test.ts': 23,
  'passkeys.test.ts': 18,
  'product.test.ts': 16,
  'ways-in.test.ts': 16,
  'pay-and-submit.test.ts': 14,
  'embedded-server.test.ts': 13,
  'cashier-process.test.ts': 11,
  'preview.test.ts': 11,
  'refused-starts.test.ts': 11,
  'remove-and-submit.test.ts': 11,
  'check.test.ts': 9,
  'storage.test.ts': 9,
  'upload.test.ts': 8,
  'hostile.test.ts': 6,
}
const journey = 25
const usual = 1

/** These files in so many lists that take about as long as each other, each in the order given. */
export const lanesOf = (files, count) => {
  const secondsOf = (file) => measured[basename(file)] ?? (file.includes('journeys') ? journey : usual)
  const lanes = Array.from({ length: count }, () => ({ seconds: 0, files: new Set() }))
  for (const file of [...files].sort((one, other) => secondsOf(other) - secondsOf(one))) {
    const lightest = lanes.reduce((least, lane) => (lane.seconds < least.seconds ? lane : least))
    lightest.files.add(file)
    lightest.seconds += secondsOf(file)
  }
  return lanes.map((lane) => files.filter((file) => lane.files.has(file)))
}
