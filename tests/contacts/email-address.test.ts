import { describe, expect, test } from 'vitest';
import { readEmail, readEmails } from '../../src/contacts/email-address.js';

describe('one address in a cell', () => {
  test.for<[string, string | null]>([
    ['ada@example.org', 'ada@example.org'],
    [' Ada@Example.ORG ', 'ada@example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ["'ada@example.org", 'ada@example.org'],
    ['<ada@example.org>', 'ada@example.org'],
    ['ada@example.org.', 'ada@example.org'],
    ['ada@example.org;', 'ada@example.org'],
    ['a.d.a+list@example.org', 'a.d.a+list@example.org'],
    ['ada\u200b@example.org', 'ada@example.org'],
    ['ada＠example.org', 'ada@example.org'],
    ['ada@exämple.org', 'ada@xn--exmple-cua.org'],
    ['zoë@example.org', 'zoë@example.org'],
    ['ada@example.org; bob@example.com', null],
    ['ada@example.org bob', null],
    ['Ada <ada@example.org>', null],
    ['ada@example', null],
    ['ada@@example.org', null],
    ['ada example.org', null],
    ['.ada@example.org', null],
    ['ada..b@example.org', null],
    ['@example.org', null],
    ['ada@-example.org', null],
    ['07700 900123', null],
    ['', null],
  ])('`%s` is %s', ([cell, address]) => {
    expect(readEmail(cell)).toBe(address);
  });
});

describe('all addresses in a cell', () => {
  test.for<[string, string[]]>([
    ['ada@example.org; bob@example.com', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org,bob@example.com', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org bob@example.com', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org ::: ADA@example.org', ['ada@example.org']],
    ['Ada Bee <ada@example.org>, bob (bob@example.com)', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org\nnone', ['ada@example.org']],
    ['none', []],
  ])('`%s`', ([cell, addresses]) => {
    expect(readEmails(cell)).toEqual(addresses);
  });
});
