package org.sunlitledger.console.child;

/** A run that the console has started is over, whatever became of it. */
public record RunEnded() {}
