export { applicant as filer } from '../../accounts/index.ts'
