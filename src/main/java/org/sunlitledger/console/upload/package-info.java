/** Takes files into the inbox and shows what the next run would take them for. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.upload;
