/**
 * The benchmark: our night beside what a DBA, stock Spring Batch and DuckDB make of the same file.
 */
@NullMarked
package org.sunlitledger.bench;

import org.jspecify.annotations.NullMarked;
