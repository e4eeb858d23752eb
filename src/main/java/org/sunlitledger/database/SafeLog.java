package org.sunlitledger.database;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.SafeText;

/**
 * What is logged goes through the same masks as what is shown: messages of exceptions, of libraries
 * among them, may quote a file. Comes after logging has been set up.
 */
final class SafeLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      Iterator<Appender<ILoggingEvent>> appenders =
          loggers.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
      while (appenders.hasNext()) {
        if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> appender
            && appender.getEncoder() instanceof PatternLayoutEncoder plain) {
          appender.setEncoder(safe(plain));
        }
      }
    }
  }

  private static Encoder<ILoggingEvent> safe(PatternLayoutEncoder plain) {
    PatternLayoutEncoder safe =
        new PatternLayoutEncoder() {
          @Override
          public byte[] encode(ILoggingEvent event) {
            String text = getLayout().doLayout(event);
            return SafeText.escape(PersonalText.masked(text)).getBytes(StandardCharsets.UTF_8);
          }
        };
    safe.setContext(plain.getContext());
    safe.setPattern(plain.getPattern());
    safe.start();
    return safe;
  }
}
