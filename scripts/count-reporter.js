/** A vitest reporter that writes the plain count of a run to the file that RINGFENCE_COUNT names. */
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
      }
    }
    const also = skipped === 0 ? '' : `, ${skipped} skipped`;
    writeFileSync(process.env.RINGFENCE_COUNT ?? 'count.txt', `${passed} passed, ${failed} failed${also}\n`);
  }
}
