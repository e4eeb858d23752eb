/** What screens and pages say about figures: their titles, their problems, their proofs. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.view.figure;
