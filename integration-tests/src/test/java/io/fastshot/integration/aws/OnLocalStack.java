package io.fastshot.integration.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a LocalStack; its methods and constructor may take an {@link AwsAccess}.
 * Without one it is skipped, or fails where {@link LocalStack#REQUIRED} is 1.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackExtension.class)
public @interface OnLocalStack {}
