import {z} from "zod";

/** What the tests came to; `complaints` are failures that no single test reported. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly complaints: readonly string[];
}

const Results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({fullName: z.string(), status: z.string()}))
    })
  )
});

/** Tests in a real browser carry this in their name; continuous integration does not let one be skipped. */
export const browserTag = "[browser]";

/**
 * Counts a report of Vitest. A file that failed without a failed test (it could not be loaded) counts as one failure,
 * and so does a run that failed for no reason that a test shows.
 */
export function testCounts(report: unknown, runPassed: boolean, ci: boolean): Counts {
  const complaints: string[] = [];
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of Results.parse(report).testResults) {
    const failedHere = file.assertionResults.filter(({status}) => status === "failed").length;
    if (file.status === "failed" && failedHere === 0) {
      failed += 1;
      complaints.push(`${file.name}: ${file.message ?? "the file failed"}`);
    }
    for (const {fullName, status} of file.assertionResults) {
      if (status === "passed") passed += 1;
      else if (status === "failed") failed += 1;
      else if (ci && fullName.includes(browserTag)) {
        failed += 1;
        complaints.push(`skipped, which is a failure here: ${fullName}`);
      } else skipped += 1;
    }
  }
  if (!runPassed && failed === 0) {
    failed += 1;
    complaints.push("The test run failed although no test did: see the errors above.");
  }
  return {passed, failed, skipped, complaints};
}

/** The last line of `npm test`. */
export function summaryLine({passed, failed, skipped}: Omit<Counts, "complaints">): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
