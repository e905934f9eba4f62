// Prints the test runner's own counts as the last line and exits as the tests did.
import { readFileSync } from 'node:fs';

const [report, status] = process.argv.slice(2);
let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch (fault) {
  console.error(`The test run left no report: ${fault.message}`);
  process.exit(Number(status) || 1);
}
const skipped = result.numPendingTests + (result.numTodoTests ?? 0);
// A file that could not be loaded has no tests to fail; it counts as one failure.
const broken = result.testResults.filter(f => f.status === 'failed' && f.assertionResults.length === 0).length;
const failed = result.numFailedTests + broken;
console.log(`${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exit(Number(status) || (failed > 0 ? 1 : 0));
