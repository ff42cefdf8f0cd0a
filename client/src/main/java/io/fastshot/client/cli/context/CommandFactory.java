package io.fastshot.client.cli.context;

import io.fastshot.client.cli.text.Console;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands: those that ask for a {@link Console} get it. */
public final class CommandFactory implements IFactory {
  private final Console console;

  public CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Console.class) {
        constructor.setAccessible(
            true); // the commands are in other packages, and open to nobody else
        return type.cast(constructor.newInstance(console));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
