/**
 * Appointments in person. Texts in `appointments.json`: `kind.<id>`, `kind.<id>.about`, `bring.<id>`, `reason.<code>`,
 * `closing.<code>`, `cancelled.<code>` (and `cancelled.case-withdrawal`, `-decision`, `-closing` for those that end with their case), `late`.
 */
export const appointments = {
  /** A person or their representative moves one twice, up to 12 hours before it begins. */
  changesMost: 2,
  hoursBeforeLeast: 12,
  /** Times are offered from so many hours on: who is told of one gets there. */
  noticeHoursLeast: 72,
  askUnder: 'missed-appointment',
  remindDaysBefore: [7, 1],
  /** What the case becomes: `booked` when it is set, `moved` when the person moves it, `attended` when they came. */
  kinds: [
    {
      id: 'fingerprints',
      minutes: 20,
      bring: ['appointment-notice', 'photo-id', 'green-card'],
      booked: 'biometrics-scheduled',
      moved: 'biometrics-rescheduled',
      attended: 'biometrics-taken',
    },
    {
      id: 'interview',
      minutes: 60,
      bring: ['appointment-notice', 'photo-id', 'green-card', 'passports', 'originals', 'interpreter'],
      booked: 'interview-scheduled',
      moved: 'interview-rescheduled',
      attended: 'interview-completed',
    },
    {
      id: 'oath',
      minutes: 120,
      bring: ['appointment-notice', 'photo-id', 'green-card-return', 'travel-documents', 'questionnaire'],
      booked: 'oath-scheduled',
      attended: 'oath-completed',
    },
    { id: 'identity', minutes: 20, bring: ['appointment-notice', 'photo-id', 'second-id', 'name-change-proof'], checksIdentity: true },
  ],
  /** Good cause to ask for another day. */
  reasons: ['illness', 'travel', 'life-event', 'transport', 'work-or-care', 'notice-late', 'something-else'],
  /** Why the agency closes times, and why it cancels one: told to the person. */
  closings: ['weather', 'building', 'staff', 'equipment', 'holiday', 'other'],
  cancellations: ['not-needed', 'case-ended', 'mistake', 'other'],
  /** Days on which no office sees anybody (5 U.S.C. 6103). */
  holidays: [
    '2026-11-26', '2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05', '2027-09-06',
    '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-31', '2028-01-17', '2028-02-21', '2028-05-29', '2028-06-19',
    '2028-07-04', '2028-09-04', '2028-10-09', '2028-11-10', '2028-11-23', '2028-12-25',
  ],
} as const
