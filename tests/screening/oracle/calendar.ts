/** Days counted on the fingers: a day is the number of days since 1 January 1970. */

/** Whole days from one day to another; negative where the second is the earlier. */
export function daysFromTo(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** The same day of the month so many months later, or the last of that month. */
export function monthsLater(day: string, months: number): string {
  let year = Number(day.slice(0, 4));
  let month = Number(day.slice(5, 7)) + months;
  while (month > 12) {
    month -= 12;
    year += 1;
  }
  let last = 31;
  if (month === 4 || month === 6 || month === 9 || month === 11) last = 30;
  if (month === 2) last = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0) ? 29 : 28;
  const dayOfMonth = Math.min(Number(day.slice(8, 10)), last);
  return `${year}-${two(month)}-${two(dayOfMonth)}`;
}

/** Whether somebody born on `born` is under 18 on `today`; who was born on 29 February is older on 1 March. */
export function isUnder18(born: string, today: string): boolean {
  const year = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  if (year < 18) return true;
  if (year > 18) return false;
  return today.slice(5) < born.slice(5);
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
