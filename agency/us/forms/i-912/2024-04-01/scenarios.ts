import { listed } from '../../../listed.ts'
import type { Answers, Scenario } from '../../../../../src/filing/definition/definition.ts'
import { helpedScenario } from './scenario-helped.ts'

/** Answers that most of the described people share. All of them are made up. */
const common = {
  understands: ['own-case', 'does-not-file', 'on-paper'],
  otherFormSent: 'no',
  deadlineNear: 'no',
  whoSigns: 'requestor',
  formCount: 1,
  daytimePhone: '+12025550141',
  howRead: 'english',
  preparerUsed: 'no',
} as const satisfies Answers

/** Described people with an answer to every question that they are asked. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'mother with food help and Medicaid who becomes a citizen',
    answers: {
      ...common,
      basis: ['benefit'],
      currentStatus: 'Lawful permanent resident',
      familyName: 'Example',
      givenName: 'Marisol',
      aNumber: '099990041',
      dateOfBirth: '1988-02-11',
      maritalStatus: 'divorced',
      ownForms: ['n-400'],
      benefits: listed(
        {
          benefitRecipient: 'Marisol Example',
          benefitRelationship: 'self',
          benefitAgency: 'Example County Department of Social Services',
          benefitType: 'snap',
          benefitAwarded: '2026-06-01',
          benefitExpires: '2027-05-31',
        },
        {
          benefitRecipient: 'Marisol Example',
          benefitRelationship: 'self',
          benefitAgency: 'Example State Health Authority',
          benefitType: 'medicaid',
          benefitAwarded: '2025-11',
        },
      ),
    },
    files: { 'benefit-letter': 'award-letters.pdf' },
  },
  helpedScenario,
  {
    name: 'cook with hospital debts after an accident',
    answers: {
      ...common,
      basis: ['hardship'],
      deadlineNear: 'unsure',
      currentStatus: 'U nonimmigrant',
      familyName: 'Example',
      givenName: 'Dawit',
      middleName: 'Tesfaye',
      otherNames: listed({ otherFamilyName: 'Sample', otherGivenName: 'David', otherMiddleName: 'T' }),
      socialSecurityNumber: '219099403',
      onlineAccountNumber: null,
      dateOfBirth: '1979-09-30',
      maritalStatus: 'other',
      maritalStatusOther: 'Married by custom, not registered',
      ownForms: ['i-765', 'i-485', 'other'],
      ownOtherForm: 'I-929',
      formCount: 3,
      hardshipExplained:
        'I broke both hands in March. The hospital bill is 41,300 dollars, and I could not work for five months, which cost me about 11,000 dollars in pay.',
      assets: listed({ assetType: 'Savings account', assetValue: 31_250 }),
      expenses: listed(
        { expenseType: 'rent', expenseAmount: 110_000 },
        { expenseType: 'medical', expenseAmount: 45_000 },
        { expenseType: 'other', expenseOther: 'Money sent to my mother', expenseAmount: 10_000 },
      ),
      mobilePhone: '+12025550143',
      email: 'dawit@example.test',
      additionalInformation: 'I can work again since September, half days only.',
    },
    files: {
      'hardship-proof': 'hospital-bill.pdf',
      'asset-proof': 'bank-statement.pdf',
      'expense-proof': 'lease.pdf',
      'other-document': 'letter-from-employer.pdf',
    },
  },
  {
    name: 'child with state health care for whom a guardian signs',
    answers: {
      ...common,
      basis: ['benefit', 'income'],
      currentStatus: 'Special immigrant juvenile, approved petition',
      whoSigns: 'guardian',
      familyName: 'Example',
      givenName: 'Kai',
      dateOfBirth: '2015-05-19',
      maritalStatus: 'single',
      ownForms: ['i-485'],
      benefits: listed({
        benefitRecipient: 'Leilani Sample',
        benefitRelationship: 'head',
        benefitAgency: 'Example State Health Authority',
        benefitType: 'state',
        benefitTypeOther: 'State health care for families',
        benefitAwarded: '2026',
      }),
      employment: 'other',
      employmentOther: 'A child in school',
      householdMembers: listed({ memberName: 'Leilani Sample', memberRelationship: 'other', memberIncome: 2_400_000 }),
      earnerCount: 1,
      headOfHousehold: 'Leilani Sample',
      guidelineRegion: 'hawaii',
      ownIncome: 0,
      changed: 'no',
      signerFamilyName: 'Sample',
      signerGivenName: 'Leilani',
    },
    files: {
      'benefit-letter': 'award-letter.pdf',
      'benefit-relationship': 'guardianship-order.pdf',
      'income-proof': 'tax-transcript.pdf',
      'signer-papers': 'guardianship-order.pdf',
    },
  },
]
