package org.sunlitledger.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.SafeText;

/**
 * Masks what is kept of a run that failed: the messages of exceptions, which may quote a file, stay
 * in the database as exit messages of steps and jobs.
 */
@Component
final class SafeExitMessages implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof JobRepository repository ? safe(repository) : bean;
  }

  private static Object safe(JobRepository repository) {
    return Proxy.newProxyInstance(
        JobRepository.class.getClassLoader(),
        new Class<?>[] {JobRepository.class},
        (proxy, method, arguments) -> {
          if (arguments != null) {
            for (Object argument : arguments) {
              mask(argument);
            }
          }
          try {
            return method.invoke(repository, arguments);
          } catch (InvocationTargetException problem) {
            throw problem.getCause();
          }
        });
  }

  private static void mask(Object argument) {
    if (argument instanceof StepExecution step) {
      step.setExitStatus(masked(step.getExitStatus()));
    } else if (argument instanceof JobExecution job) {
      job.setExitStatus(masked(job.getExitStatus()));
    }
  }

  private static ExitStatus masked(ExitStatus status) {
    String said = status.getExitDescription();
    return said.isEmpty()
        ? status
        : new ExitStatus(status.getExitCode(), SafeText.escape(PersonalText.masked(said)));
  }
}
