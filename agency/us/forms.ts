const official = (code: string) => `https://www.uscis.gov/${code}`

/** A form that is filed elsewhere: its page on the official site says where, on which edition and for how much. */
const elsewhere = (code: string, ways: 'online-and-paper' | 'paper' | 'online', abroad: 'yes' | 'some' | 'no') =>
  ({ code, here: false, editions: [], ways, officialPage: official(code), abroad }) as const

/**
 * The catalogue of forms. Texts: `form.<code>.title` and `form.<code>.for`; where one is filed elsewhere and there is
 * more to say about it than about others, `form.<code>.elsewhere`. `ways` is how the agency itself takes the
 * form; the official list of forms taken online was not at hand, so those are to be checked with the agency.
 *
 * `abroad` and `form.<code>.abroad`: whether a person outside the country can use it. Certain is what rests on the law
 * alone: who changes or keeps a status here must be here (Forms I-485, I-539, I-589, I-765, I-821, I-821D), who reports a
 * move lives here (AR-11), and a petition for a relative can be made from anywhere (I-130). For the others the instructions
 * were not at hand: they say “in some cases”, what is known, and to check. No time that the agency has published was at hand
 * either (`published`), so none is given.
 */
export const forms = [
  {
    code: 'i-90',
    here: true,
    editions: ['2025-01-20'],
    ways: 'online-and-paper',
    officialPage: official('i-90'),
    abroad: 'some',
  },
  {
    code: 'n-400',
    here: true,
    editions: ['2025-01-20'],
    ways: 'online-and-paper',
    officialPage: official('n-400'),
    abroad: 'some',
  },
  {
    code: 'i-130',
    here: true,
    editions: ['2024-04-01'],
    ways: 'online-and-paper',
    officialPage: official('i-130'),
    abroad: 'yes',
  },
  {
    code: 'i-765',
    here: true,
    editions: ['2025-08-21'],
    ways: 'online-and-paper',
    officialPage: official('i-765'),
    abroad: 'no',
  },
  {
    code: 'ar-11',
    here: true,
    editions: ['2022-11-02'],
    ways: 'online-and-paper',
    officialPage: official('ar-11'),
    abroad: 'no',
  },
  elsewhere('i-131', 'online-and-paper', 'some'),
  elsewhere('i-485', 'paper', 'no'),
  {
    code: 'i-539',
    here: true,
    editions: ['2024-08-28'],
    ways: 'online-and-paper',
    officialPage: official('i-539'),
    abroad: 'no',
  },
  elsewhere('i-589', 'online-and-paper', 'no'),
  elsewhere('i-751', 'paper', 'some'),
  elsewhere('i-829', 'paper', 'some'),
  elsewhere('i-821', 'online-and-paper', 'no'),
  elsewhere('i-821d', 'online-and-paper', 'no'),
  elsewhere('i-129', 'online-and-paper', 'some'),
  elsewhere('i-140', 'paper', 'some'),
  elsewhere('i-907', 'online-and-paper', 'some'),
  {
    code: 'i-912',
    here: true,
    editions: ['2024-04-01'],
    ways: 'paper',
    officialPage: official('i-912'),
    abroad: 'some',
  },
  elsewhere('i-290b', 'paper', 'some'),
  elsewhere('n-336', 'online-and-paper', 'some'),
  elsewhere('n-565', 'online-and-paper', 'some'),
  elsewhere('n-600', 'online-and-paper', 'some'),
  // Filed by representatives, who prepare it for a client of theirs: nobody begins it from the catalogue, which lists how else it is filed.
  {
    code: 'g-28',
    here: false,
    editions: ['2018-09-17'],
    ways: 'online-and-paper',
    officialPage: official('g-28'),
    abroad: 'yes',
  },
] as const
