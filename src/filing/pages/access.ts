export { applicant as filer, applicantOrRepresentative as fillsIn } from '../../accounts/index.ts'
