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
 * Masks log messages in the same way as shown text, because exception messages, also those of
 * libraries, may quote a file. This listener runs after logging is initialised.
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
