const countries = `AL AM AO AR AU BD BE BO BR CA CL CO CR DE DO DZ EC EG ES ET FR GE GH GR GT HN HT HU ID IE IL IN IT JM JO JP KE KH
 KR KZ LB LK MA MX MY NG NI NL NP PA PE PH PK PL PT PY RO RS SA SE SG SN SV TH TR TZ UA UG UY VN ZA ZM`

/** The website of the embassy in each country, by the country's code. Check with the agency before you rely on it. */
export const consularPosts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(countries.split(/\s+/).map((country) => [country, `https://${country.toLowerCase()}.usembassy.gov/`])),
  GB: 'https://uk.usembassy.gov/',
}
