/** The encrypted object store, and what people put in it: uploads, pictures in several sizes, and their serving. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"database", "web"})
package fr.viaduc.files;
