/** What all lists share: pages, addresses, files with all rows. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.list;
