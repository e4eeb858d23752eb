package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sunlitledger.quantity.person.IdNumber;

/** Any number of people, always the same ones. Their names are in no other text. */
final class People {
  private static final String SURNAMES = "张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐许";
  private static final String GIVEN = "铁蕾骞翊晟琰昶珺煜旻淏翀曌彧赟暐燊旸堃婕瑾璟颢罡岚";

  /** For names of two characters, so that none is part of a longer one. */
  private static final String ONLY_GIVEN = "垚焱鑫淼犇骉猋毳蠡";

  private final Random random = new Random(20);
  private final Set<String> names = new HashSet<>();
  private final List<Person> all = new ArrayList<>();

  List<Person> all() {
    return all;
  }

  /** A person with a name of three characters. */
  Person next() {
    return of(() -> "" + any(SURNAMES) + any(GIVEN) + any(GIVEN));
  }

  /** A person with a name of two characters, as long as there are any. */
  Person ofTwo() {
    return of(() -> "" + any(SURNAMES) + any(ONLY_GIVEN));
  }

  Person ofCompoundSurname() {
    return of(() -> "欧阳" + any(GIVEN) + any(GIVEN));
  }

  Person withDot() {
    return of(() -> "买买提·" + any(GIVEN) + any(GIVEN) + any(GIVEN));
  }

  private Person of(java.util.function.Supplier<String> source) {
    String name = source.get();
    while (!names.add(name)) {
      name = source.get();
    }
    String first =
        "640324%d%02d%02d%03d"
            .formatted(
                1930 + random.nextInt(75),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(1000));
    Person person = new Person(name, first + IdNumber.check(first));
    all.add(person);
    return person;
  }

  private char any(String glyphs) {
    return glyphs.charAt(random.nextInt(glyphs.length()));
  }
}
