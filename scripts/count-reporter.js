/**
 * A vitest reporter that writes to the file that RINGFENCE_COUNT names: the tests that were skipped, a line each,
 * then the plain count of the run.
 */
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} errors
   */
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    /** @type {string[]} */
    const skipped = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped.push(`skipped: ${module.relativeModuleId} > ${test.fullName}`);
      }
    }
    const also = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
    const lines = [...skipped, `${passed} passed, ${failed} failed${also}`];
    writeFileSync(process.env.RINGFENCE_COUNT ?? 'count.txt', `${lines.join('\n')}\n`);
  }
}
