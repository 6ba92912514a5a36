const official = (code: string) => `https://www.uscis.gov/${code}`

/** A form that is filed elsewhere: its page on the official site says where, on which edition and for how much. */
const elsewhere = (code: string, ways: 'online-and-paper' | 'paper' | 'online') =>
  ({ code, here: false, editions: [], ways, officialPage: official(code) }) as const

/**
 * The catalogue of forms. Texts: `form.<code>.title` and `form.<code>.for`; where one is filed elsewhere and there is
 * more to say about it than about others, `form.<code>.elsewhere`. `ways` is how the agency itself takes the
 * form; the official list of forms taken online was not at hand, so those are to be checked with the agency.
 */
export const forms = [
  {
    code: 'i-90',
    here: true,
    editions: ['2025-01-20'],
    ways: 'online-and-paper',
    officialPage: official('i-90'),
  },
  {
    code: 'n-400',
    here: true,
    editions: ['2025-01-20'],
    ways: 'online-and-paper',
    officialPage: official('n-400'),
  },
  {
    code: 'i-130',
    here: true,
    editions: ['2024-04-01'],
    ways: 'online-and-paper',
    officialPage: official('i-130'),
  },
  {
    code: 'i-765',
    here: true,
    editions: ['2025-08-21'],
    ways: 'online-and-paper',
    officialPage: official('i-765'),
  },
  {
    code: 'ar-11',
    here: true,
    editions: ['2022-11-02'],
    ways: 'online-and-paper',
    officialPage: official('ar-11'),
  },
  elsewhere('i-131', 'online-and-paper'),
  elsewhere('i-485', 'paper'),
  {
    code: 'i-539',
    here: true,
    editions: ['2024-08-28'],
    ways: 'online-and-paper',
    officialPage: official('i-539'),
  },
  elsewhere('i-589', 'online-and-paper'),
  elsewhere('i-751', 'paper'),
  elsewhere('i-829', 'paper'),
  elsewhere('i-821', 'online-and-paper'),
  elsewhere('i-821d', 'online-and-paper'),
  elsewhere('i-129', 'online-and-paper'),
  elsewhere('i-140', 'paper'),
  elsewhere('i-907', 'online-and-paper'),
  {
    code: 'i-912',
    here: true,
    editions: ['2024-04-01'],
    ways: 'paper',
    officialPage: official('i-912'),
  },
  elsewhere('n-336', 'online-and-paper'),
  elsewhere('n-565', 'online-and-paper'),
  elsewhere('n-600', 'online-and-paper'),
  // Filed by representatives, whose accounts cannot file here yet: defined and checked, and listed as filed elsewhere.
  {
    code: 'g-28',
    here: false,
    editions: ['2018-09-17'],
    ways: 'online-and-paper',
    officialPage: official('g-28'),
  },
] as const
