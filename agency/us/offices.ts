/** Offices that may hold a case or see a person. Names: texts `office.<id>`. */
export const offices = [
  { id: 'national-benefits-center', kind: 'service-center', timeZone: 'America/Chicago' },
  { id: 'online-filing-center', kind: 'service-center', timeZone: 'America/New_York' },
  { id: 'mail-intake-center', kind: 'intake', timeZone: 'America/Chicago' },
  { id: 'field-office-chicago', kind: 'field-office', timeZone: 'America/Chicago' },
  { id: 'field-office-houston', kind: 'field-office', timeZone: 'America/Chicago' },
  { id: 'field-office-newark', kind: 'field-office', timeZone: 'America/New_York' },
  { id: 'field-office-san-diego', kind: 'field-office', timeZone: 'America/Los_Angeles' },
  { id: 'field-office-honolulu', kind: 'field-office', timeZone: 'Pacific/Honolulu' },
  { id: 'support-center-north', kind: 'biometrics', timeZone: 'America/New_York' },
  { id: 'support-center-south', kind: 'biometrics', timeZone: 'America/Chicago' },
] as const
