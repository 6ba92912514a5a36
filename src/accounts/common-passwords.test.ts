import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCommonPassword } from './common-passwords.ts'

test('passwords of the list are common, whatever their case', () => {
  for (const password of ['password', 'iloveyou', 'trustno1', 'QWERTYUIOP', '1qaz2wsx', 'PassWord1']) {
    assert.ok(isCommonPassword(password), password)
  }
})

test('common passwords stay common with the marks, endings and look-alikes that composition rules provoke', () => {
  const provoked = [
    'Password1!',
    'Password123!',
    'P@ssw0rd',
    'P@$$w0rd1!',
    'Welcome2024!',
    'Summer2025!',
    'Winter#23',
    'Qwerty123!',
    'Letmein!!',
    'Admin@1234',
    'Abcd1234!',
    'January2026!',
    'Changeme1!',
    'Portolan2026!',
    'Aa123456!',
  ]
  for (const password of provoked) assert.ok(isCommonPassword(password), password)
})

test('one short piece over and over is common', () => {
  for (const password of ['aaaaaaaa', 'Ab!Ab!Ab!', '😀😀😀😀😀😀😀😀']) assert.ok(isCommonPassword(password), password)
})

test('a password that only contains a common one is not common: it is compared whole', () => {
  const good = [
    'Portolan!demo1',
    'my password is Long',
    'Correct-horse-9',
    'Blue!Lantern7',
    'Tr0ub4dor&3',
    'żółta!Łódź8',
  ]
  for (const password of good) assert.equal(isCommonPassword(password), false, password)
})
