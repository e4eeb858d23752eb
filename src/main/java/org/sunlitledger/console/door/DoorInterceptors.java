package org.sunlitledger.console.door;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the question for the password before the pages that need it. */
@Configuration(proxyBeanMethods = false)
class DoorInterceptors implements WebMvcConfigurer {
  private final PasswordAgain again;

  DoorInterceptors(PasswordAgain again) {
    this.again = again;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(again);
  }
}
