package org.sunlitledger.console.door;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the page for another password, and the question for the password, before the pages that need
 * it.
 */
@Configuration(proxyBeanMethods = false)
class DoorInterceptors implements WebMvcConfigurer {
  private final PasswordExpiry expiry;
  private final PasswordAgain again;

  DoorInterceptors(PasswordExpiry expiry, PasswordAgain again) {
    this.expiry = expiry;
    this.again = again;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(expiry);
    registry.addInterceptor(again);
  }
}
