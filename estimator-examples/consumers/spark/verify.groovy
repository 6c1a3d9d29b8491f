// for the million rows of README: java @java-options.txt -cp … com.example.FleetOnSpark 1000000 target
def java = System.getProperty('java.home') + '/bin/java'
def classPath = "$basedir/target/classes" + File.pathSeparator + new File(basedir, 'target/class-path.txt').text.trim()
def process = new ProcessBuilder(
    java, "@$basedir/java-options.txt", '-cp', classPath, 'com.example.FleetOnSpark', '20000', "$basedir/target")
process.redirectError(new File(basedir, 'target/spark.log'))
assert process.start().inputStream.getText('UTF-8').normalize() == new File(basedir, 'expected.txt').getText('UTF-8')
