package org.sunlitledger.console.report;

import org.sunlitledger.report.ReportPage;

/**
 * A report to look at before it is taken along.
 *
 * @param knowsFigures whether each figure is known in the page
 */
public record ReportPreview(YearReport report, ReportPage page, boolean knowsFigures) {}
