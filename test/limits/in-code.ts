import type { SourceFile } from '../guards/source-files.ts'

/** A number of tries within a window, as an operation declares it. */
export interface CountedLimit {
  file: string
  /** As it is written, … for a part that is filled in. */
  name: string
  most: string
  withinSeconds: string
}

const counted = /name: ['`]([^'`]+)['`],\s*most: ([\d_]+),\s*withinSeconds: ([\d_]+)/g

/** Every `{ name, most, withinSeconds }` of the code. */
export const countedLimitsIn = (files: readonly SourceFile[]): CountedLimit[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(counted)].map(([, name = '', most = '', withinSeconds = '']) => ({ file: path, name: name.replace(/\$\{\w+\}/, '…'), most, withinSeconds })),
  )

const fixed = /^(?:export )?const (\w*(?:[a-z](?:Minutes|Hours|Days|Seconds|Most|Max|Tries|ADay))|drift)\b[^=\n]*= *(\[?[\d_][^\n]*)$/gm

/** Every constant that is called a number of minutes, hours, days, seconds, or a most, where an account is guarded. */
export const fixedLimitsIn = (files: readonly SourceFile[]): { file: string; name: string }[] =>
  files
    .filter(({ path }) => /^src\/(accounts|officer|portal|profile|status|filing\/signature|platform\/crypto)\//.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(fixed)].map(([, name = '']) => ({ file: path, name })))

/** Numbers that let nobody through who should not be: what each is instead. */
export const noLimits: Readonly<Record<string, string>> = {
  'src/accounts/procedure.ts busySeconds': 'what Retry-After says',
  'src/portal/paper/carried-claim.ts keepSeconds': 'how long a browser keeps what was typed',
  'src/portal/paper/claim-fields.ts codeCharactersMost': 'the length of what is typed',
  'src/officer/enrolment/set-password.ts busySeconds': 'what Retry-After says',
  'src/accounts/common-passwords.ts stemsMax': 'the work of one comparison',
  'src/accounts/second-factor/pages/factor-words.ts appNameMost': 'the length of a name',
  'src/accounts/passkeys/pages/passkey-words.ts nameMost': 'the length of a name',
  'src/accounts/sessions/parked-form.ts pathLengthMost': 'the table takes no longer one',
  'src/accounts/support/for-office.ts stepsMost': 'the rows of a list',
  'src/accounts/closing/carry-out.ts atOnceMost': 'the rows of one turn of a job',
  'src/accounts/pages/typed-address.ts keepSeconds': 'how long a browser keeps what was typed',
  'src/accounts/pages/security/security-page.tsx recentMost': 'the rows of a list',
  'src/accounts/visits/account-changes.ts changesMost': 'the rows of a list',
  'src/portal/clients/home-card.tsx shownMost': 'the rows of a list',
  'src/portal/pages/fees-page.tsx endedDays': 'how far back a public list goes',
  'src/accounts/visits/own-visits.ts historyDays': 'how far a list goes back',
  'src/officer/sign-in/give-code.ts triesMost': 'the table takes no sixth; tested in sign-in.test.ts',
  'src/officer/shared-contacts/shared-contacts.ts shownMost': 'the rows of a list',
  'src/officer/shared-contacts/shared-contacts.ts keptDays': 'how long what was found is kept',
  'src/officer/case-file/case-file.ts openingsMost': 'the rows of a list',
  'src/officer/case-file/case-file.ts peopleMost': 'the rows of a list',
  'src/officer/bulk/bulk.ts bulkCasesMost': 'the work of one change of many',
  'src/officer/bulk/bulk.ts listedMost': 'the rows of a list',
  'src/officer/bulk/carry-out.ts batchMost': 'the rows of one transaction',
  'src/officer/bulk/bulk-page.tsx refreshSeconds': 'how often a page looks again',
  'src/officer/notes/note.ts noteCharactersMost': 'the length of a note',
  'src/officer/notes/note-acts.ts notesMost': 'the rows of a list',
  'src/profile/pieces/name-words.ts wordsMost': 'the work of one search',
  'src/profile/pieces/name-words.ts lettersMost': 'the work of one search',
  'src/officer/search/write-index.ts aTurnMost': 'the rows of one turn of a job',
  'src/officer/search/search-people.ts comparedMost': 'the work of one search',
  'src/officer/search/found-people.ts shownMost': 'the rows of a list',
  'src/officer/search/found-people.ts casesShownMost': 'the rows of a list',
  'src/officer/evidence-requests/composing.ts listedMost': 'the rows of a list',
  'src/officer/shortcuts/shortcuts.ts digitsMost': 'the digits of a keyboard',
  'src/officer/person/person-file.ts requestsMost': 'the rows of a list',
  'src/officer/queues/take-next.ts looksMost': 'the work of one press',
  'src/officer/queues/filtered-cases.ts looksMost': 'the work of one page',
  'src/officer/queues/filtered-cases.ts ownWorkMost': 'the rows of a list',
  'src/officer/queues/work/list-work.ts workersMost': 'the rows of a list',
  'src/officer/queues/work/assign-work.ts assignedAtOnceMost': 'the work of one press',
  'src/officer/queues/views/saved-view.ts viewNameMost': 'the length of a name',
  'src/officer/queues/views/saved-view.ts viewsMost': 'the rows of a list; tested in views.test.ts',
  'src/officer/queues/list-queues.ts workMost': 'the rows of a list',
  'src/officer/protection/protection-file.ts peopleMost': 'the rows of a list',
  'src/officer/checks/checks-of-case.ts shownMost': 'the rows of a list',
  'src/officer/conflicts/standing-conflicts.ts shownMost': 'the rows of a list',
  'src/officer/decisions/approvals.ts shownMost': 'the rows of a list',
  'src/officer/decisions/propose-page.tsx groundsMost': 'how many boxes of a form are read: the pack has fewer',
  'src/officer/protection/protection-file.ts shownMost': 'the rows of a list',
  'src/officer/demo/demo-codes.ts stepSeconds': 'how often the demonstration shows a code',
  'src/officer/money/daily-money.ts shownDays': 'how far a list goes back',
  'src/officer/demo/demo-codes.ts staffMost': 'the rows of a list',
  'src/officer/intake/bring/brought-file.ts fileBytesMost': 'the size of a file that staff bring; tested in bring-file.test.ts',
  'src/officer/intake/bring/brought-file.ts fileDaysMost': 'when an import is given up; tested in import-brought.test.ts',
  'src/officer/intake/bring/import-brought.ts waitSeconds': 'how often a file looks whether it is its turn',
  'src/officer/intake/intake-store.ts refusalDays': 'how long the text of refused rows is kept; tested in take-batch.test.ts',
  'src/officer/intake/room/intake-page.tsx stillMinutesMost': 'how long a page looks again while nothing moves; tested in one-intake.test.ts',
  'src/officer/intake/room/refused-rows.tsx pagesMost': 'the pages of a list',
  'src/officer/intake/room/intake-page.tsx refreshSeconds': 'how often a page looks again',
  'src/officer/intake/file/limits.ts rowCharactersMost': 'the memory of one row',
  'src/officer/intake/file/limits.ts cellCharactersMost': 'the work of one cell',
  'src/officer/intake/file/limits.ts rowsMost': 'the memory of one file',
  'src/officer/intake/by-hand/entry-desk.ts shownMost': 'the rows of a list',
  'src/officer/intake/file/check-days.ts birthYearsMost': 'nobody alive is older',
  'src/officer/intake/file/check-numbers.ts feeCentsMost': 'no fee is higher',
  'src/officer/intake/file/check-representative.ts nameCharactersMost': 'the length of a name',
  'src/officer/intake/duplicates/read-duplicates.ts actsMost': 'the rows of a list',
  'src/officer/intake/duplicates/read-duplicates.ts besideMost': 'the accounts on one page',
  'src/officer/intake/duplicates/take-up.ts keptHours': 'how long one officer keeps work from another; tested in duplicates.test.ts',
  'src/officer/intake/rejecting/rejection-desk.ts countedDays': 'the days that a list counts',
  'src/officer/intake/later/file/papers-beside.ts zipBytesMost': 'a larger zip is unpacked by whoever brings it, and said to be',
  'src/officer/intake/later/settle/settle.ts shownMost': 'the rows of a list',
  'src/officer/printing/printing-desk.ts shownMost': 'the rows of a list',
  'src/officer/printing/printing-page.tsx refreshSeconds': 'how often a page looks again',
  'src/officer/answer-files/answer-file.ts answerFilesMost': 'how many files go with one answer; tested in answer-files.test.ts',
  'src/officer/answer-files/answer-file.ts unsentDays': 'how long a file waits for its answer; tested in answer-files.test.ts',
  'src/officer/scans/check-scan.ts atOnceMost': 'the rows of one turn of a job',
  'src/officer/scans/scan-form.tsx scanRefreshSeconds': 'how often a page looks again',
  'src/officer/scans/scans-of-case.ts scansMost': 'the rows of a list',
  'src/portal/demo-outbox.ts shownMost': 'the rows of a list',
  'src/portal/my-data/sweep-archives.ts atOnceMost': 'the rows of one turn of a job',
  'src/portal/my-data/archive.ts makingHoursMost': 'when a job is given up',
  'src/portal/my-data/pages/data-page.tsx refreshSeconds': 'how often a page looks again',
  'src/profile/person/names.ts nameCharactersMost': 'the length of a name',
  'src/profile/person/names.ts otherNamesMost': 'the rows of a form',
  'src/profile/person/set-date-of-birth.ts yearsMost': 'nobody alive is older',
  'src/status/look-up-window.ts networksMost': 'the memory of the counter',
}
