/** Figures: their list, what each is made of, its proof, and the lines under it. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.figure;
