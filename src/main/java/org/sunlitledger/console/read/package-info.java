/**
 * Pages read the books over connections of their own, which refuse every change and any query that
 * takes too long. Start with {@link org.sunlitledger.console.read.ReadPool}.
 */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.read;
