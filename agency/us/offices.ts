/** Monday to Friday, as ISO numbers the days of a week. */
const weekdays = [1, 2, 3, 4, 5]
const mornings = { days: weekdays, from: '08:00', until: '12:00' }
const afternoons = { days: weekdays, from: '13:00', until: '16:00' }

/** How many people of each kind a field office sees at once. */
const fieldOffice = { kinds: { interview: 4, identity: 2, oath: 60 }, hours: [mornings, afternoons] }
const supportCenter = { kinds: { fingerprints: 6, identity: 2 }, hours: [mornings, afternoons] }

/**
 * Offices that may hold a case or see a person. Names: texts `office.<id>`. Those that see people have an address, the states they
 * serve first, and in `visits` their hours by the clock of their zone. Addresses and hours are made up for the demonstration.
 */
export const offices = [
  { id: 'national-benefits-center', kind: 'service-center', timeZone: 'America/Chicago' },
  { id: 'online-filing-center', kind: 'service-center', timeZone: 'America/New_York' },
  { id: 'mail-intake-center', kind: 'intake', timeZone: 'America/Chicago' },
  {
    id: 'field-office-chicago',
    kind: 'field-office',
    timeZone: 'America/Chicago',
    address: ['1200 Lakeshore Plaza, Floor 3', 'Chicago, IL 60600'],
    serves: ['IL', 'IN', 'WI', 'IA', 'MN', 'MO', 'MI', 'OH', 'ND', 'SD', 'NE', 'KS'],
    visits: fieldOffice,
  },
  {
    id: 'field-office-houston',
    kind: 'field-office',
    timeZone: 'America/Chicago',
    address: ['455 Bayou Road', 'Houston, TX 77000'],
    serves: ['TX', 'OK', 'LA', 'AR', 'MS', 'AL', 'TN', 'KY', 'GA', 'FL'],
    visits: fieldOffice,
  },
  {
    id: 'field-office-newark',
    kind: 'field-office',
    timeZone: 'America/New_York',
    address: ['90 Passaic Square, Floor 12', 'Newark, NJ 07100'],
    serves: ['NJ', 'NY', 'PA', 'CT', 'RI', 'MA', 'VT', 'NH', 'ME', 'DE', 'MD', 'DC', 'VA', 'WV', 'NC', 'SC', 'PR', 'VI'],
    visits: fieldOffice,
  },
  {
    id: 'field-office-san-diego',
    kind: 'field-office',
    timeZone: 'America/Los_Angeles',
    address: ['310 Harbor View Drive', 'San Diego, CA 92100'],
    serves: ['CA', 'NV', 'OR', 'WA', 'ID', 'UT', 'MT', 'WY', 'AK'],
    visits: fieldOffice,
  },
  {
    id: 'field-office-phoenix',
    kind: 'field-office',
    // No daylight saving time here: in summer it is an hour behind Denver.
    timeZone: 'America/Phoenix',
    address: ['77 Saguaro Way', 'Phoenix, AZ 85000'],
    serves: ['AZ', 'NM', 'CO'],
    visits: { kinds: { ...fieldOffice.kinds, fingerprints: 4 }, hours: [mornings, afternoons] },
  },
  {
    id: 'field-office-honolulu',
    kind: 'field-office',
    timeZone: 'Pacific/Honolulu',
    address: ['500 Kukui Street', 'Honolulu, HI 96800'],
    serves: ['HI', 'GU', 'AS', 'MP'],
    visits: { kinds: { ...fieldOffice.kinds, fingerprints: 2 }, hours: [mornings, afternoons] },
  },
  {
    id: 'support-center-north',
    kind: 'biometrics',
    timeZone: 'America/New_York',
    address: ['18 Mill Street', 'Albany, NY 12200'],
    serves: ['NY', 'NJ', 'PA', 'CT', 'RI', 'MA', 'VT', 'NH', 'ME', 'DE', 'MD', 'DC', 'VA', 'WV', 'OH', 'MI', 'IN', 'PR', 'VI'],
    visits: supportCenter,
  },
  {
    id: 'support-center-south',
    kind: 'biometrics',
    timeZone: 'America/Chicago',
    address: ['2600 Prairie Avenue', 'Dallas, TX 75200'],
    serves: ['TX', 'OK', 'LA', 'AR', 'MS', 'AL', 'TN', 'KY', 'GA', 'FL', 'NC', 'SC', 'IL', 'WI', 'IA', 'MN', 'MO', 'ND', 'SD', 'NE', 'KS'],
    visits: supportCenter,
  },
  {
    id: 'field-office-london',
    kind: 'field-office',
    // Its clock changes on other days than those in the United States.
    timeZone: 'Europe/London',
    address: ['33 Thames Crescent', 'London SW11 0AA', 'United Kingdom'],
    visits: { kinds: { fingerprints: 2, interview: 1, identity: 1 }, hours: [{ days: [1, 2, 3, 4], from: '09:00', until: '13:00' }] },
  },
] as const
