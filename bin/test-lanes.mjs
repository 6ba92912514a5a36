import { basename } from 'node:path'

/** Seconds that the slowest files took when they were last measured: enough to share the work out evenly. */
const measured = {
  'filing.test.ts': 104,
  'for-preview.test.ts': 87,
  'session-end.test.ts': 82,
  'support.test.ts': 62,
  'autosave.test.ts': 51,
  'recovery.test.ts': 50,
  'preview-form.test.ts': 49,
  'way-back.test.ts': 49,
  'draft-file.test.ts': 48,
  'narrow.test.ts': 46,
  'sign-up.test.ts': 42,
  'one-account.test.ts': 37,
  'any-person.test.ts': 34,
  'hostile-files.test.ts': 28,
  'walk.test.ts': 31,
  'contact.test.ts': 27,
  'office.test.ts': 27,
  'ways-in.test.ts': 26,
  'scan-with-clamd.test.ts': 24,
  'refused-starts.test.ts': 22,
  'my-data.test.ts': 21,
  'gallery.test.ts': 20,
  'fee-waiver.test.ts': 19,
  'security.test.ts': 19,
  'remove-and-submit.test.ts': 17,
  'pay-and-submit.test.ts': 15,
  'preview.test.ts': 15,
  'every-form.test.ts': 14,
  'passkeys.test.ts': 14,
  'product.test.ts': 14,
  'embedded-server.test.ts': 13,
  'upload.test.ts': 13,
  'check.test.ts': 12,
  'cashier-process.test.ts': 11,
  'waiver-races.test.ts': 11,
  'write-a-form.test.ts': 11,
  'evidence-page.test.ts': 10,
  'hostile.test.ts': 10,
  's3.test.ts': 9,
  'storage.test.ts': 9,
  'helped.test.ts': 8,
  'merge.test.ts': 8,
  'online-account-number.test.ts': 8,
  'two-languages.test.ts': 8,
  'contact-change.test.ts': 7,
  'parallel-presses.test.ts': 7,
  'production.test.ts': 7,
  'receipt-number.test.ts': 7,
  'for-check.test.ts': 6,
  'sign-in.test.ts': 6,
  'attempts.test.ts': 5,
  'canary.test.ts': 5,
  'carry-out.test.ts': 5,
  'draft-page.test.ts': 5,
  'import-page.test.ts': 5,
  'own-passkeys.test.ts': 5,
  'pay.test.ts': 5,
  'undo-change.test.ts': 5,
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
