/** What every test stands on: real PostgreSQL, the running application, a browser. */
@NullMarked
package fr.viaduc.testing;

import org.jspecify.annotations.NullMarked;
