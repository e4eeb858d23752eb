/** The first page: where a year stands and what to do next. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.home;
